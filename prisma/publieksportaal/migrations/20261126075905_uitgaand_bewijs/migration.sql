-- CreateEnum
CREATE TYPE "bewijssoort" AS ENUM ('gezien', 'gemaild', 'mail_geweigerd', 'mail_vervangen');

-- CreateTable
CREATE TABLE "uitgaand_bewijs" (
    "id" BIGSERIAL NOT NULL,
    "bron" TEXT NOT NULL,
    "gebeurtenis_id" UUID NOT NULL,
    "soort" "bewijssoort" NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "pogingen" INTEGER NOT NULL DEFAULT 0,
    "volgende_poging" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uitgaand_bewijs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "uitgaand_bewijs_bron_volgende_poging_idx" ON "uitgaand_bewijs"("bron", "volgende_poging");

-- CreateIndex
CREATE INDEX "uitgaand_bewijs_tijdstip_idx" ON "uitgaand_bewijs"("tijdstip");

-- CreateIndex
CREATE UNIQUE INDEX "uitgaand_bewijs_bron_gebeurtenis_id_soort_key" ON "uitgaand_bewijs"("bron", "gebeurtenis_id", "soort");
