"""Forms as macros write them: every error is said twice, at the top and at its field."""

import pytest
from flask import render_template_string
from wtforms import PasswordField, RadioField, StringField
from wtforms.validators import DataRequired

from elearn.web import Form, SelectChoice

FORMS = '{% import "macros/forms.html" as forms %}'


class Entry(Form):
    """A form with one field of each sort."""

    phone = StringField("Điện thoại", [DataRequired("Gõ số điện thoại.")], description="10 chữ số.")
    secret = PasswordField("Mật khẩu")
    way = RadioField(
        "Hình thức", [DataRequired("Chọn một.")], choices=[SelectChoice("a", "Trên mạng")]
    )


@pytest.fixture
def sent(web):
    """What a template writes of the form after it was sent empty."""

    def send(source: str) -> str:
        with web.test_request_context(method="POST"):
            form = Entry()
            form.validate_on_submit()
            return render_template_string(FORMS + source, form=form)

    return send


def test_the_summary_counts_the_errors_and_leads_to_their_fields(sent):
    summary = sent("{{ forms.errors(form) }}")

    assert "Còn 2 chỗ cần sửa" in summary
    assert '<a href="#phone">Điện thoại: Gõ số điện thoại.</a>' in summary
    assert '<a href="#way-0">Hình thức: Chọn một.</a>' in summary


def test_a_form_without_errors_has_no_summary(web):
    with web.test_request_context():
        page = render_template_string(FORMS + "{{ forms.errors(form) }}", form=Entry())

    assert page.strip() == ""


def test_a_wrong_field_is_explained_by_its_help_and_its_error(sent):
    field = sent("{{ forms.field(form.phone, inputmode='tel', size=12) }}")

    assert 'aria-describedby="phone-help phone-wrong"' in field
    assert 'aria-invalid="true"' in field
    assert 'class="input short"' in field
    assert '<span class="help" id="phone-help">10 chữ số.</span>' in field


def test_the_look_at_a_password_is_hidden_until_a_script_serves_it(sent):
    assert '<label class="tick" hidden>' in sent("{{ forms.field(form.secret) }}")


def test_a_group_of_choices_is_explained_as_one(sent):
    group = sent("{{ forms.choice(form.way, notes={'a': 'Học ở nhà'}) }}")

    assert '<fieldset class="stack tight" aria-describedby="way-wrong">' in group
    assert "<small>Học ở nhà</small>" in group


def test_a_search_keeps_what_was_asked(sent):
    form = sent("{{ forms.search('Họ tên', 'Tìm cán bộ', 'a\"b', 'Gõ không dấu cũng được.') }}")

    assert 'value="a&#34;b"' in form
    assert 'role="search" aria-label="Tìm cán bộ"' in form
