"""Publishing: a built site is brought to where it is read, and only what differs is sent."""

from sitegen.publish.failure import TargetError
from sitegen.publish.opening import open_target
from sitegen.publish.plan import Plan, Upload, make_plan
from sitegen.publish.site import Site, built_site
from sitegen.publish.target import Publication, Tell

__all__ = [
    "Plan",
    "Publication",
    "Site",
    "TargetError",
    "Tell",
    "Upload",
    "built_site",
    "make_plan",
    "open_target",
]
