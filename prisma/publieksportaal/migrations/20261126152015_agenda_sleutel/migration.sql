-- CreateIndex
CREATE INDEX "agenda_sleutel_id_burger_id_idx" ON "agenda"("sleutel_id", "burger_id");
