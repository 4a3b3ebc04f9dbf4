"""What ends a publication: a target that cannot be reached or may not be written."""


class TargetError(OSError):
    """Why a site cannot be published there, in a line or a few; nothing in it is secret."""
