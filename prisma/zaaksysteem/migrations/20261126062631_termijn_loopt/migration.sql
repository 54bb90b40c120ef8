-- DropIndex
DROP INDEX "zaak_termijn_loopt_idx";

-- CreateIndex
CREATE INDEX "zaak_termijn_loopt_idx" ON "zaak"("uiterlijke_einddatum") WHERE (opschorting IS NULL AND behandelaar_id IS NOT NULL);
