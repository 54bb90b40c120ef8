-- CreateTable
CREATE TABLE "verwijderde_zaak" (
    "id" UUID NOT NULL,
    "burger_id" UUID NOT NULL,
    "versie" INTEGER NOT NULL,
    "live_volgnummer" INTEGER NOT NULL,
    "verwijderd_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verwijderde_zaak_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "verwijderde_zaak_burger_id_live_volgnummer_idx" ON "verwijderde_zaak"("burger_id", "live_volgnummer");

-- CreateIndex
CREATE INDEX "ontvangen_gebeurtenis_verwijderd_idx" ON "ontvangen_gebeurtenis"("subject") WHERE (type = 'nl.overheid.zaken.zaak-verwijderd');

-- AddForeignKey
ALTER TABLE "verwijderde_zaak" ADD CONSTRAINT "verwijderde_zaak_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;
