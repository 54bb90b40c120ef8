-- AlterTable
ALTER TABLE "burger" ALTER COLUMN "herinner_bezwaar" SET DEFAULT true;

-- A burger who changed a preference may have chosen it; the others never did.
UPDATE "burger" SET "herinner_bezwaar" = true
WHERE NOT "herinner_bezwaar"
  AND NOT EXISTS (
    SELECT FROM "auditregel" WHERE "handeling" = 'voorkeuren_wijzigen' AND "actor" = "burger"."id"::text
  )
  AND NOT EXISTS (
    SELECT FROM "auditregel" WHERE "handeling" = 'voorkeuren_wijzigen' AND "namens" = "burger"."id"::text
  );
