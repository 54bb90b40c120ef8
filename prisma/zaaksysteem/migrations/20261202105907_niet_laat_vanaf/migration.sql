-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "niet_laat_vanaf" DATE;

-- That of zaken that were decided before; a besluit that ended, or was taken back as a mistake, does not count.
UPDATE "zaak" SET "niet_laat_vanaf" = "geldend"."vanaf"
FROM (
  SELECT "zaak_id", min(CASE WHEN "van_rechtswege" THEN "datum" ELSE "bekendmakingsdatum" END) AS "vanaf"
  FROM (SELECT DISTINCT ON ("id") * FROM "besluit" ORDER BY "id", "versie" DESC) "laatste"
  WHERE "bekendmakingsdatum" IS NOT NULL AND ("vervalreden" IS NULL OR "vervalreden" = 'tijdelijk')
  GROUP BY "zaak_id"
) "geldend"
WHERE "zaak"."id" = "geldend"."zaak_id";
