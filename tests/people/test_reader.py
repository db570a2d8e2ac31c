"""The list of posts."""

import pytest

from elearn import people
from elearn.errors import Refusal


def test_the_list_of_the_house_can_be_read():
    listed = people.posts(people.POSTS)

    assert {"branch_head", "commune_union_chair"} <= {post.key for post in listed.posts}
    assert len({post.name for post in listed.posts}) == len(listed.posts)


@pytest.mark.parametrize(
    "content",
    [
        "posts: [{key: a, level: branch, name: A, groups: [nobody]}]\ngroups: {}",
        "posts: [{key: a, level: cosmic, name: A, groups: []}]\ngroups: {}",
        "posts: [",
        "[]",
    ],
)
def test_a_list_that_cannot_be_is_refused_with_its_name(tmp_path, content):
    file = tmp_path / "posts.yaml"
    file.write_text(content)

    with pytest.raises(Refusal, match=r"posts\.yaml"):
        people.posts(file)
