-- Terms of the Selectielijst gemeenten 2020, from the day on which a zaak was closed: five years for what was refused, one for
-- what was not decided. That of a permit runs from its end, which a zaak does not know: one for a moment has the term itself,
-- one for some years has those as well, and one that goes with a building or a plot is kept. A gemeente that decided
-- otherwise changes it at the desk, for zaken that begin then. Zaken need no term in their own row, so this locks none of them.
WITH "verleend" ("zaaktype", "bewaartermijn") AS (
  VALUES ('APV-EVEN', 'P1Y'), ('OMG-KAP', 'P5Y'), ('TVM-RVV', 'P5Y'), ('PARK-GPK', 'P6Y'), ('APV-EXPL', 'P10Y'),
    ('APV-STAND', 'P10Y'), ('PARK-BEW', 'P10Y')
)
UPDATE "zaaktypeversie" SET "gegevens" = jsonb_set("gegevens", '{resultaattypen}', (
  SELECT jsonb_agg(resultaat || jsonb_build_object('bewaartermijn', CASE resultaat ->> 'code'
    WHEN 'verleend' THEN (SELECT "bewaartermijn" FROM "verleend" WHERE "zaaktype" = "identificatie")
    WHEN 'geweigerd' THEN 'P5Y'
    WHEN 'ingetrokken' THEN 'P1Y'
    WHEN 'buiten_behandeling' THEN 'P1Y'
  END) ORDER BY nummer)
  FROM jsonb_array_elements("gegevens" -> 'resultaattypen') WITH ORDINALITY AS resultaattype (resultaat, nummer)
));

-- CreateIndex
CREATE INDEX "zaak_bewaartermijn_idx" ON "zaak"("zaaktype", "zaaktypeversie", "resultaat", "einddatum") WHERE (resultaat IS NOT NULL);
