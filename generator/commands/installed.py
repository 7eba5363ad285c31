"""Where this program was installed from."""

from __future__ import annotations

import json
from importlib.metadata import Distribution

UNKNOWN = "# Put it here, for instance: reading-list[citations] @ git+https://HOST/OWNER/REPOSITORY@COMMIT"


def requirement(installed: Distribution) -> str:
    """A line of requirements.txt that installs the same program again (PEP 508; the origin is PEP 610's).

    From a repository: that commit of it; from an index: that version; from a folder on this machine,
    which means nothing elsewhere: a comment that says what to put in.
    """
    origin = json.loads(installed.read_text("direct_url.json") or "null")
    if origin is None:
        return f"{installed.name}[citations]=={installed.version}"
    vcs = origin.get("vcs_info")
    return (
        f"{installed.name}[citations] @ {vcs['vcs']}+{origin['url']}@{vcs['commit_id']}" if vcs else UNKNOWN
    )
