-- The day on which a zaak came to its status said, of the status of a draft alone, since when that lay ter inzage.
ALTER TABLE "zaak" RENAME COLUMN "status_bereikt" TO "ontwerpdatum";
ALTER TABLE "status" RENAME COLUMN "status_bereikt" TO "ontwerpdatum";
ALTER TABLE "zaak" ADD COLUMN "zienswijzen" BOOLEAN;
ALTER TABLE "status" ADD COLUMN "zienswijzen" BOOLEAN;

UPDATE "zaak" SET "ontwerpdatum" = NULL
WHERE "ontwerpdatum" IS NOT NULL AND NOT EXISTS (
  SELECT FROM "zaaktypeversie" AS type, jsonb_array_elements(type."gegevens" -> 'statustypen') AS each
  WHERE type."identificatie" = "zaak"."zaaktype" AND type."versie" = "zaak"."zaaktypeversie"
    AND each.value ->> 'code' = "zaak"."statustype" AND each.value ->> 'minstens' IS NOT NULL
);
UPDATE "status" SET "ontwerpdatum" = NULL
FROM "zaak"
WHERE "zaak"."id" = "status"."zaak_id" AND "status"."ontwerpdatum" IS NOT NULL AND NOT EXISTS (
  SELECT FROM "zaaktypeversie" AS type, jsonb_array_elements(type."gegevens" -> 'statustypen') AS each
  WHERE type."identificatie" = "zaak"."zaaktype" AND type."versie" = "zaak"."zaaktypeversie"
    AND each.value ->> 'code' = "status"."statustype" AND each.value ->> 'minstens' IS NOT NULL
);
