-- AlterTable
ALTER TABLE "abonnement" ADD COLUMN     "circuit_geopend_op" TIMESTAMPTZ(3),
ADD COLUMN     "filterpad" jsonpath;

-- AlterTable
ALTER TABLE "bezorgstatistiek" ADD COLUMN     "geweigerd" INTEGER NOT NULL DEFAULT 0;

-- CloudEvents subscriptions specification 3.2.4: `filters` as a jsonpath predicate over the attributes of an event. It
-- is evaluated for every event and abonnement while numbering holds its lock: a jsonpath is parsed once, when the
-- filters change, and takes microseconds. An attribute that the event does not have holds for none of exact, prefix and
-- suffix. jsonpath has no "ends with": a suffix is a prefix of the reversed text, which the event has in `omgekeerd`.
-- "voldoet_aan" stays for processes of the version before this one.
CREATE FUNCTION "filterpad"(filters jsonb, voegwoord text DEFAULT ' && ') RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN coalesce((
    SELECT '(' || string_agg(CASE dialect
      WHEN 'exact' THEN (
        SELECT string_agg(format('$.%s == %s', to_json(key), to_json(value)), ' && ') FROM jsonb_each_text(inhoud)
      )
      WHEN 'prefix' THEN (
        SELECT string_agg(format('$.%s starts with %s', to_json(key), to_json(value)), ' && ')
        FROM jsonb_each_text(inhoud)
      )
      WHEN 'suffix' THEN (
        SELECT string_agg(format('$.omgekeerd.%s starts with %s', to_json(key), to_json(reverse(value))), ' && ')
        FROM jsonb_each_text(inhoud)
      )
      WHEN 'all' THEN filterpad(inhoud)
      WHEN 'any' THEN filterpad(inhoud, ' || ')
      WHEN 'not' THEN '!' || filterpad(jsonb_build_array(inhoud))
      ELSE '1 == 0'
    END, voegwoord) || ')'
    FROM jsonb_array_elements(filters) filter, jsonb_each(filter) AS expressie(dialect, inhoud)
  ), '(1 == 1)');
END $$;

CREATE FUNCTION "zet_filterpad"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.filterpad := filterpad(NEW.filters)::jsonpath;
  RETURN NEW;
END $$;

-- A trigger, so that processes of the version before this one keep it too.
CREATE TRIGGER "abonnement_filterpad" BEFORE INSERT OR UPDATE OF "filters" ON "abonnement"
FOR EACH ROW EXECUTE FUNCTION "zet_filterpad"();

UPDATE "abonnement" SET "filters" = "filters";
