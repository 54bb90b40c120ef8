"""What Schemathesis checks besides: what the document allows can break a rule that no schema says, but is never refused for its form."""

import schemathesis

OF_FORM = {"request_invalid", "query_invalid", "json_malformed", "key_missing", "content_type_unsupported"}

# How many filters there are in all, nested ones included, and JSON in a parameter.
IN_WORDS = {"Give at most 20 filters.", "filters must be JSON."}


@schemathesis.check
def form_is_described(ctx, response, case):
    if response.status_code < 400 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    problem = response.json()
    said = [each for each in problem.get("errors", []) if each["detail"] not in IN_WORDS]
    if problem["code"] in OF_FORM and (said or "errors" not in problem):
        raise AssertionError(f"Schema-valid request rejected: {problem}")
