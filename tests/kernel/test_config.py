import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import make_url

from elearn.config import Settings
from elearn.errors import Refusal
from elearn.web import i18n


@pytest.fixture
def read(tmp_path):
    """`read(web_threads="8")` reads the settings of a home of its own."""
    home = tmp_path / "home"

    def settings(**given):
        environment = {f"ELEARN_{name.upper()}": value for name, value in given.items()}
        return Settings.from_environment({"ELEARN_HOME": str(home), "PATH": "/bin", **environment})

    return settings


def test_a_home_may_have_any_name(tmp_path):
    home = tmp_path / "nhà mới? %41#1"

    settings = Settings.from_environment({"ELEARN_HOME": str(home)})

    assert make_url(settings.database_url).database == str(home / "elearn.sqlite3")


def test_everything_has_a_place_in_the_home(read, tmp_path):
    settings = read()

    assert settings.database_url == f"sqlite:///{tmp_path}/home/elearn.sqlite3"
    assert settings.storage_url == f"file://{tmp_path}/home/files"
    assert settings.temporary.parent == tmp_path / "home"


def test_what_is_given_is_read_as_what_it_is(read):
    settings = read(web_threads="8", secure_cookies="yes", product_name="Học", trusted_proxies="0")

    assert (settings.web_threads, settings.secure_cookies) == (8, True)
    assert (settings.product_name, settings.trusted_proxies) == ("Học", 0)


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_language_of_the_product_may_be_its_first(read, language):
    assert read(language=language).language == language


def test_an_unknown_setting_is_refused_by_its_name(read):
    with pytest.raises(Refusal, match="ELEARN_WEB_TREADS"):
        read(web_treads="8")


def test_what_the_tests_set_is_no_setting(read):
    read(test_database_url="postgresql://")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("web_threads", "many"),
        ("web_threads", "-1"),
        ("web_threads", "0"),
        ("web_threads", ""),
        ("job_lease_seconds", "0"),
        ("report_interval_seconds", "0"),
        ("trusted_proxies", "1.5"),
        ("secure_cookies", "true"),
        ("language", "fr"),
        ("public_url", "bai-giang.vn"),
    ],
)
def test_a_value_that_means_nothing_is_refused_by_name_and_value(read, name, value):
    with pytest.raises(Refusal, match=f"ELEARN_{name.upper()}.*“{value}”"):
        read(**{name: value})


def test_the_secret_is_made_once_and_its_owners_alone(read, tmp_path):
    secrets = {read().secret_key for _ in range(2)}
    path = tmp_path / "home" / "secret-key"

    assert secrets == {path.read_text()}
    assert len(path.read_text()) == 64
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_processes_that_start_together_agree_on_one_secret(read, tmp_path):
    with ThreadPoolExecutor(8) as pool:
        secrets = set(pool.map(lambda _: read().secret_key, range(16)))

    assert len(secrets) == 1
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["secret-key"]


def test_a_secret_that_is_given_is_not_written_down(read, tmp_path):
    assert read(secret_key="given").secret_key == "given"
    assert not (tmp_path / "home" / "secret-key").exists()


def test_settings_cannot_be_changed(read):
    with pytest.raises(AttributeError):
        read().web_threads = 9


@pytest.mark.parametrize("url", ["imap://hoi:mat-khau@vidu.vn", "smtp://", "vidu.vn:25"])
def test_a_mail_server_that_cannot_be_one_is_refused_without_its_password(read, url):
    with pytest.raises(Refusal, match="ELEARN_MAIL_URL") as refused:
        read(mail_url=url, mail_from="hoi@vidu.vn")
    assert "mat-khau" not in str(refused.value)


def test_a_mail_server_needs_an_address_to_send_from(read):
    with pytest.raises(Refusal, match="ELEARN_MAIL_FROM"):
        read(mail_url="smtps://hoi:mat-khau@vidu.vn:465")
    settings = read(mail_url="smtps://hoi:mat-khau@vidu.vn:465", mail_from="hoi@vidu.vn")
    assert settings.mail_from == "hoi@vidu.vn"
