-- DropIndex
DROP INDEX "zaak_zoek_idx";

-- CreateIndex
CREATE INDEX "zaak_zoek_open_idx" ON "zaak" USING GIN ("identificatie" gin_trgm_ops, "aanvrager_naam" gin_trgm_ops, "omschrijving" gin_trgm_ops) WHERE ((einddatum IS NULL) IS TRUE);

-- CreateIndex
CREATE INDEX "zaak_zoek_afgehandeld_idx" ON "zaak" USING GIN ("identificatie" gin_trgm_ops, "aanvrager_naam" gin_trgm_ops, "omschrijving" gin_trgm_ops) WHERE ((einddatum IS NOT NULL) IS TRUE);
