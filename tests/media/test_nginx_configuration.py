"""What `elearn media nginx` prints: whole, taken by nginx, and with nothing smuggled in."""

from dataclasses import replace
from pathlib import Path

import pytest

from elearn.errors import Refusal
from elearn.media import commands, nginx
from elearn.media.nginx import Files, Site
from tests.media import webserver

SECRET = "a secret that nginx is not told"
SITE = Site("hoc.example.vn", "443 ssl http2", "127.0.0.1:8000", Path("/var/log/nginx"))


def test_the_whole_configuration_for_a_bucket_is_one_that_nginx_takes(tmp_path):
    site = replace(SITE, listen="127.0.0.1:8999", logs=tmp_path)
    files = Files(None, cache=tmp_path / "cache")
    made = nginx.configuration(site, files, secret_key=SECRET, upload_limit_mb=2048)
    path = tmp_path / "nginx.conf"
    path.write_text(webserver.around(made, tmp_path))

    assert "test is successful" in webserver.checked(path)
    assert SECRET not in made


@pytest.mark.parametrize("name", ["hoc.vn; root /", 'a"b', "a b", "a{b", "$host", ""])
def test_a_name_that_nginx_would_read_as_its_own_is_refused(name, tmp_path):
    with pytest.raises(Refusal, match="nginx"):
        nginx.configuration(
            replace(SITE, name=name), Files(tmp_path), secret_key=SECRET, upload_limit_mb=1
        )


def test_the_command_prints_what_stands_before_this_installation(runner, here, tmp_path):
    asked = ["nginx", "--listen", "127.0.0.1:8998", "--logs", str(tmp_path)]
    printed = runner.invoke(commands.group, asked)
    path = tmp_path / "nginx.conf"
    path.write_text(webserver.around(printed.output, tmp_path))

    assert f'alias  "{here.store.folder.resolve()}/$elearn_shard/' in printed.output
    assert here.settings.secret_key not in printed.output
    assert "test is successful" in webserver.checked(path)
