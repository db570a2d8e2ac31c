"""The closed sets of the catalogue, and how their members are called."""

from enum import StrEnum

from elearn.text import msg


class Region(StrEnum):
    """For which communes a text is written."""

    ALL = "all"
    DELTA = "delta"
    MOUNTAIN = "mountain"


REGION_NAMES = {
    Region.ALL: msg("Toàn quốc"),
    Region.DELTA: msg("Xã vùng đồng bằng"),
    Region.MOUNTAIN: msg("Xã miền núi, trung du, vùng dân tộc"),
}


class ContentTag(StrEnum):
    """What a lecture counts for where a target names its content."""

    UNION_DUTY = "union_duty"
    SOCIAL_WORK = "social_work"
    POSITION_SKILLS = "position_skills"
    TOPICAL_UPDATE = "topical_update"


CONTENT_TAG_NAMES = {
    ContentTag.UNION_DUTY: msg("Nghiệp vụ công tác Hội"),
    ContentTag.SOCIAL_WORK: msg("Công tác xã hội"),
    ContentTag.POSITION_SKILLS: msg("Theo vị trí việc làm"),
    ContentTag.TOPICAL_UPDATE: msg("Cập nhật chuyên đề"),
}


class Origin(StrEnum):
    """Where a title comes from."""

    VERBATIM = "verbatim"
    SEED_PHRASE = "seed_phrase"
    EXTERNAL = "external"
    COMPOSED = "composed"
    COMPOSED_TITLE = "composed_title_seed_content"


class Block(StrEnum):
    """The part of a programme in which a module stands."""

    COMMON = "common"
    GROUP = "group"
    GENERAL_KNOWLEDGE = "general_knowledge"
    WORKING_SKILLS = "working_skills"
    REQUIRED = "required"
    ELECTIVE = "elective"


BLOCK_NAMES = {
    Block.COMMON: msg("Chuyên đề chung"),
    Block.GROUP: msg("Chuyên đề theo nhóm đối tượng"),
    Block.GENERAL_KNOWLEDGE: msg("Kiến thức chung"),
    Block.WORKING_SKILLS: msg("Kỹ năng làm việc"),
    Block.REQUIRED: msg("Chuyên đề bắt buộc"),
    Block.ELECTIVE: msg("Chuyên đề tự chọn"),
}


class Mode(StrEnum):
    """How a programme is held."""

    ONLINE = "online"
    BLENDED = "blended"
    IN_PERSON = "in_person"


MODE_NAMES = {
    Mode.ONLINE: msg("Trên mạng"),
    Mode.BLENDED: msg("Kết hợp"),
    Mode.IN_PERSON: msg("Trực tiếp"),
}


class Opening(StrEnum):
    """Whether classes of a programme may open on a day."""

    COMING = "coming"
    OPEN = "open"
    CLOSED = "closed"


class CertificateKind(StrEnum):
    """What a person receives who completes a programme."""

    CERTIFICATE = "certificate"
    COMPLETION_STATEMENT = "completion_statement"


CERTIFICATE_NAMES = {
    CertificateKind.CERTIFICATE: msg("Chứng chỉ bồi dưỡng"),
    CertificateKind.COMPLETION_STATEMENT: msg("Giấy chứng nhận hoàn thành khóa học"),
}
