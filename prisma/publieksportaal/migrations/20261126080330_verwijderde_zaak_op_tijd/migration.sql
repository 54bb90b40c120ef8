-- CreateIndex
CREATE INDEX "verwijderde_zaak_verwijderd_op_idx" ON "verwijderde_zaak"("verwijderd_op");
