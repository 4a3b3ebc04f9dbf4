"""Every reason for which the preview turns a request away, and what it says then."""

from enum import Enum

from sitegen.frozen import NamedTuple


class Answer(NamedTuple):
    """What a refused request is told: a status and one line, in which nothing of it is repeated."""

    status: int
    line: str


class Refusal(Enum):
    """Every reason for which a request is turned away."""

    # by its head, as the rules below say
    TARGET_FORM = Answer(400, "Ask for a path of this server, not for a whole address.")
    TARGET_LONG = Answer(414, "The address is too long.")
    HEAD_LARGE = Answer(431, "The headers are too large, or too many.")
    HEADER_TWICE = Answer(400, "A header that may stand once stands twice.")
    HOST_MISSING = Answer(400, "The request names no host.")
    HOST_FOREIGN = Answer(
        403, "This is not the host or port that the preview answers to; see its first line."
    )
    UPGRADE = Answer(400, "The preview speaks no other protocol.")
    METHOD = Answer(405, "This method is not for this address.")
    FROM_ELSEWHERE = Answer(
        403, "Another site's page asks for this; type the preview's address yourself."
    )
    ORIGIN_FOREIGN = Answer(403, "The request comes from a page of another origin.")
    PATH_DOUBLE_SLASH = Answer(400, "The path has two slashes in a row.")
    PATH_ENCODING = Answer(400, "The path is not percent-encoded UTF-8.")
    PATH_CONTROL = Answer(400, "The path holds a control character.")
    PATH_SEPARATOR = Answer(400, "The path holds a backslash, or an encoded slash.")
    PATH_DOTS = Answer(400, "The path has a part of dots.")
    PATH_TWICE = Answer(400, "The path is percent-encoded twice.")
    BODY_UNWANTED = Answer(400, "A request to read has no body.")
    WRITES_OFF = Answer(403, "Annotating is off, as others than this machine can ask.")
    ORIGIN_MISSING = Answer(403, "A request to write must tell its origin.")
    TOKEN_MISSING = Answer(403, "A request to write needs the page's token.")
    TOKEN_WRONG = Answer(403, "The token is not this server's; reload the page.")
    CONTENT_TYPE = Answer(415, "A request to write is application/json.")
    LENGTH_MISSING = Answer(411, "A request to write tells its length.")
    BODY_LARGE = Answer(413, "The body is too large.")
    # by what comes after the head, or does not
    BODY_SLOW = Answer(408, "The body did not come in time.")
    BODY_NOT_JSON = Answer(400, "The body is not a JSON object.")
    STREAMS_FULL = Answer(503, "Too many pages are open.")
    NOT_NAMED = Answer(404, "There is nothing at this address.")
    # by the connection
    MALFORMED = Answer(400, "This is not a well-formed HTTP request.")
    HEAD_SLOW = Answer(408, "The request did not come in time.")
    CONNECTIONS_FULL = Answer(503, "Too many connections are open.")
