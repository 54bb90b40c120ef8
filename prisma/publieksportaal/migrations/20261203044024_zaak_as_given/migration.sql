-- DropIndex
DROP INDEX "zaak_opgeschort_tot_idx";

-- AlterTable
ALTER TABLE "zaak" ADD COLUMN "aanvullen_tot" DATE,
ADD COLUMN "gegevens" JSONB;

UPDATE "zaak" SET
  "aanvullen_tot" = CASE WHEN "opschorting" = 'aanvulling' THEN "opgeschort_tot" END,
  "gegevens" = jsonb_build_object(
    'identificatie', "identificatie", 'omschrijving', "omschrijving", 'behandelendTeam', "team", 'startdatum', "startdatum",
    'einddatumGepland', "einddatum_gepland", 'uiterlijkeEinddatumAfdoening', "uiterlijke_einddatum", 'einddatum', "einddatum",
    'opschorting', CASE WHEN "opschorting" IS NOT NULL
      THEN jsonb_build_object('soort', "opschorting", 'op', "opgeschort_op", 'tot', "opgeschort_tot") END,
    'aanvullingen', "aanvullingen", 'besluiten', "besluiten", 'documenten', "documenten", 'ontwerp', "ontwerp",
    'vanRechtswege', "van_rechtswege", 'ingebrekestelling', "ingebrekestelling", 'doorzending', "doorzending",
    'gevoelig', "gevoelig");

ALTER TABLE "zaak" ALTER COLUMN "gegevens" SET NOT NULL,
DROP COLUMN "aanvullingen",
DROP COLUMN "besluiten",
DROP COLUMN "documenten",
DROP COLUMN "doorzending",
DROP COLUMN "einddatum_gepland",
DROP COLUMN "gevoelig",
DROP COLUMN "identificatie",
DROP COLUMN "ingebrekestelling",
DROP COLUMN "omschrijving",
DROP COLUMN "ontwerp",
DROP COLUMN "opgeschort_op",
DROP COLUMN "opgeschort_tot",
DROP COLUMN "opschorting",
DROP COLUMN "startdatum",
DROP COLUMN "team",
DROP COLUMN "uiterlijke_einddatum",
DROP COLUMN "van_rechtswege";

-- DropEnum
DROP TYPE "opschorting";

-- CreateIndex
CREATE INDEX "zaak_aanvullen_tot_idx" ON "zaak"("aanvullen_tot") WHERE (aanvullen_tot IS NOT NULL);
