"""Extra check for Schemathesis: a request that the document allows may break a rule, but is never malformed."""

import datetime

import schemathesis
from hypothesis import strategies

# The documents state the earliest date in words, because a pattern does not fit the date type of clients.
FIRST_DATE = datetime.date(1000, 1, 1)
schemathesis.openapi.format("date", strategies.dates(min_value=FIRST_DATE).map(datetime.date.isoformat))

OF_FORM = {"request_invalid", "query_invalid", "json_malformed", "key_missing", "content_type_unsupported"}

# Rules that no schema expresses: the total number of nested filters, JSON and UUIDs in a parameter, `vanaf`
# for a page only, and the case-insensitive names of headers.
IN_WORDS = {
    "Give at most 20 filters.",
    "filters must be JSON.",
    "uuids must hold UUIDs, separated by commas.",
    "A page requires vanaf: the sequence after which to read, 0 for all events.",
    "A header occurs twice.",
}

# Rules about characters. Schemathesis ignores these patterns, because Python has no surrogate ranges, and a
# released pattern may not be narrowed to exclude direction overrides.
NOT_READ = {
    "NUL and lone surrogates are not allowed.",
    "Control characters, line ends, direction overrides and lone surrogates are not allowed.",
}


@schemathesis.check
def form_is_described(ctx, response, case):
    if response.status_code < 400 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    problem = response.json()
    said = [
        each
        for each in problem.get("errors", [])
        if each["detail"] not in IN_WORDS | NOT_READ and not each["code"].endswith("_unknown")
    ]
    if problem["code"] in OF_FORM and (said or "errors" not in problem):
        raise AssertionError(f"Schema-valid request rejected: {problem}")
