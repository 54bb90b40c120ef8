-- As it was, but at most so many rows at once, the oldest first: a day of many acts would be one long statement. With a
-- default for a worker of the version before.
DROP FUNCTION "verwijder_oude_handelingen"(timestamptz);

CREATE FUNCTION "verwijder_oude_handelingen"("voor" timestamptz, "hoogstens" integer DEFAULT 500) RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
  DELETE FROM "handeling" WHERE "id" IN (
    SELECT "id" FROM "handeling" WHERE "tijdstip" < least("voor", now() - interval '13152 hours')
    ORDER BY "tijdstip", "id" LIMIT "hoogstens"
  ) RETURNING "id";
END;
