-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "aanvrager_kvk" CHAR(8),
ADD COLUMN     "kenmerk" VARCHAR(100),
ADD COLUMN     "registratie_client" TEXT,
ADD COLUMN     "registratie_hash" CHAR(43),
ALTER COLUMN "aanvrager_bsn" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "zaak_registratie_client_kenmerk_key" ON "zaak"("registratie_client", "kenmerk");

ALTER TABLE "zaak" ADD CONSTRAINT "zaak_een_aanvrager" CHECK (num_nonnulls("aanvrager_bsn", "aanvrager_kvk") = 1);
