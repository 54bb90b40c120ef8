-- CreateEnum
CREATE TYPE "bewijssoort" AS ENUM ('gezien', 'gemaild', 'mail_geweigerd', 'mail_vervangen');

-- CreateTable
CREATE TABLE "bewijs" (
    "gebeurtenis_id" UUID NOT NULL,
    "client" TEXT NOT NULL,
    "soort" "bewijssoort" NOT NULL,
    "zaak_id" UUID NOT NULL,
    "tijdstip" TIMESTAMPTZ(3) NOT NULL,
    "ontvangen_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bewijs_pkey" PRIMARY KEY ("gebeurtenis_id","client","soort")
);

-- CreateIndex
CREATE INDEX "bewijs_zaak_id_idx" ON "bewijs"("zaak_id");

-- CreateIndex
CREATE INDEX "bewijs_soort_ontvangen_op_idx" ON "bewijs"("soort", "ontvangen_op");

-- AddForeignKey
ALTER TABLE "bewijs" ADD CONSTRAINT "bewijs_gebeurtenis_id_fkey" FOREIGN KEY ("gebeurtenis_id") REFERENCES "gebeurtenis"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bewijs" ADD CONSTRAINT "bewijs_zaak_id_fkey" FOREIGN KEY ("zaak_id") REFERENCES "zaak"("id") ON DELETE CASCADE ON UPDATE CASCADE;
