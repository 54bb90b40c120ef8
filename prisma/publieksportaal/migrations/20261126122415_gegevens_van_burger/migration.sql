-- CreateIndex
CREATE INDEX "handeling_actor_id_idx" ON "handeling"("actor", "id");

-- CreateIndex
CREATE INDEX "sessie_burger_id_idx" ON "sessie"("burger_id");
