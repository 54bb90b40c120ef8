-- Trusted from PostgreSQL 13 on: whoever may create objects in the database may create it.
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN OTHERS THEN
  RAISE EXCEPTION 'Searching at the desk needs the extension pg_trgm of PostgreSQL, which could not be created: %. Install the contrib modules of PostgreSQL, and run CREATE EXTENSION pg_trgm in this database as a user who may.', SQLERRM;
END $$;

-- DropIndex
DROP INDEX "zaak_behandelaar_id_idx";

-- DropIndex
DROP INDEX "zaak_einddatum_gepland_id_idx";

-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "behandelaarnaam" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "laatste_soort" "status_soort" NOT NULL DEFAULT 'registratie';

UPDATE "zaak" SET
  "behandelaarnaam" = coalesce((SELECT "naam" FROM "behandelaar" WHERE behandelaar."id" = zaak."behandelaar_id"), ''),
  "laatste_soort" = coalesce(
    (SELECT "soort" FROM "status" WHERE status."zaak_id" = zaak."id" AND status."versie" = zaak."versie"), 'registratie');

-- The name of its behandelaar stands in a zaak, because only then an index can give zaken in the order of those names.
-- FOR SHARE: a new name waits until the zaak that got the old one is committed, and then finds it.
CREATE FUNCTION zaak_behandelaarnaam() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.behandelaarnaam := coalesce((SELECT naam FROM behandelaar WHERE id = NEW.behandelaar_id FOR SHARE), '');
  RETURN NEW;
END $$;

CREATE TRIGGER zaak_nieuw_behandelaarnaam BEFORE INSERT ON "zaak"
  FOR EACH ROW EXECUTE FUNCTION zaak_behandelaarnaam();

CREATE TRIGGER zaak_behandelaarnaam BEFORE UPDATE OF "behandelaar_id" ON "zaak"
  FOR EACH ROW WHEN (OLD.behandelaar_id IS DISTINCT FROM NEW.behandelaar_id) EXECUTE FUNCTION zaak_behandelaarnaam();

CREATE FUNCTION behandelaar_naam() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE zaak SET behandelaarnaam = NEW.naam WHERE behandelaar_id = NEW.id AND einddatum IS NULL;
  UPDATE zaak SET behandelaarnaam = NEW.naam WHERE behandelaar_id = NEW.id AND einddatum IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER behandelaar_naam AFTER UPDATE OF "naam" ON "behandelaar"
  FOR EACH ROW WHEN (OLD.naam IS DISTINCT FROM NEW.naam) EXECUTE FUNCTION behandelaar_naam();

-- CreateIndex
CREATE INDEX "zaak_open_streefdatum_idx" ON "zaak"("einddatum_gepland", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_fataledatum_idx" ON "zaak"("uiterlijke_einddatum", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_zaaknummer_idx" ON "zaak"("identificatie" COLLATE "C", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_zaaktype_idx" ON "zaak"("zaaktypenaam" COLLATE "C", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_behandelaar_idx" ON "zaak"("behandelaarnaam" COLLATE "C", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_status_idx" ON "zaak"("statusnaam" COLLATE "C", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_streefdatum_idx" ON "zaak"("einddatum_gepland", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_fataledatum_idx" ON "zaak"("uiterlijke_einddatum", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_zaaknummer_idx" ON "zaak"("identificatie" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_zaaktype_idx" ON "zaak"("zaaktypenaam" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_behandelaar_idx" ON "zaak"("behandelaarnaam" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_status_idx" ON "zaak"("statusnaam" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_open_van_behandelaar_idx" ON "zaak"("behandelaar_id", "einddatum_gepland", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_van_team_idx" ON "zaak"("team", "einddatum_gepland", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_van_zaaktype_idx" ON "zaak"("zaaktype", "einddatum_gepland", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_open_van_statustype_idx" ON "zaak"("statustype", "einddatum_gepland", "id") WHERE (einddatum IS NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_van_behandelaar_idx" ON "zaak"("behandelaar_id", "identificatie" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_van_team_idx" ON "zaak"("team", "identificatie" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_afgehandeld_van_zaaktype_idx" ON "zaak"("zaaktype", "identificatie" COLLATE "C", "id") WHERE (einddatum IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_opgeschort_idx" ON "zaak"("einddatum_gepland", "id") WHERE (einddatum IS NULL AND opschorting IS NOT NULL);

-- CreateIndex
CREATE INDEX "zaak_aanvulling_binnen_idx" ON "zaak"("einddatum_gepland", "id") WHERE (einddatum IS NULL AND laatste_soort = 'aanvulling_ontvangen');

-- CreateIndex
CREATE INDEX "zaak_zoek_idx" ON "zaak" USING GIN ("identificatie" gin_trgm_ops, "aanvrager_naam" gin_trgm_ops, "omschrijving" gin_trgm_ops);

-- CreateTable
CREATE TABLE "weergave" (
    "id" UUID NOT NULL,
    "behandelaar_id" UUID NOT NULL,
    "team" TEXT,
    "naam" VARCHAR(60) NOT NULL,
    "lijst" TEXT NOT NULL,
    "vraag" TEXT NOT NULL,

    CONSTRAINT "weergave_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "weergave_team_idx" ON "weergave"("team");

-- CreateIndex
CREATE UNIQUE INDEX "weergave_behandelaar_id_naam_key" ON "weergave"("behandelaar_id", "naam");

-- AddForeignKey
ALTER TABLE "weergave" ADD CONSTRAINT "weergave_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE CASCADE ON UPDATE CASCADE;
