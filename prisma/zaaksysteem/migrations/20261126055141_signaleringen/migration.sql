-- CreateEnum
CREATE TYPE "signalering_soort" AS ENUM ('termijn', 'aanvulling_ontvangen', 'aanvulling_verlopen', 'bezorging_mislukt', 'toegewezen');

-- AlterTable
ALTER TABLE "behandelaar" ADD COLUMN     "email" TEXT,
ADD COLUMN     "signaleringen_mailen" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "signalering" (
    "id" UUID NOT NULL,
    "behandelaar_id" UUID NOT NULL,
    "zaak_id" UUID NOT NULL,
    "soort" "signalering_soort" NOT NULL,
    "gegeven" TEXT NOT NULL,
    "aangemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "gezien_op" TIMESTAMPTZ(3),
    "gemaild_op" TIMESTAMPTZ(3),

    CONSTRAINT "signalering_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "signalering_ongezien_idx" ON "signalering"("behandelaar_id", "aangemaakt_op", "id") WHERE (gezien_op IS NULL);

-- CreateIndex
CREATE INDEX "signalering_aangemaakt_op_idx" ON "signalering"("aangemaakt_op");

-- CreateIndex
CREATE UNIQUE INDEX "signalering_zaak_id_behandelaar_id_soort_gegeven_key" ON "signalering"("zaak_id", "behandelaar_id", "soort", "gegeven");

-- CreateIndex
CREATE INDEX "zaak_termijn_loopt_idx" ON "zaak"("uiterlijke_einddatum") WHERE (einddatum IS NULL AND opschorting IS NULL AND behandelaar_id IS NOT NULL);

-- AddForeignKey
ALTER TABLE "signalering" ADD CONSTRAINT "signalering_behandelaar_id_fkey" FOREIGN KEY ("behandelaar_id") REFERENCES "behandelaar"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signalering" ADD CONSTRAINT "signalering_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;
