-- DropForeignKey
ALTER TABLE "zaak" DROP CONSTRAINT "zaak_zaaktype_fkey";

-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "zaaktype_versie" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "zaaktype" DROP CONSTRAINT "zaaktype_pkey",
ADD COLUMN     "versie" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "zaaktype_pkey" PRIMARY KEY ("identificatie", "versie");

-- AddForeignKey
ALTER TABLE "zaak" ADD CONSTRAINT "zaak_zaaktype_zaaktype_versie_fkey" FOREIGN KEY ("zaaktype", "zaaktype_versie") REFERENCES "zaaktype"("identificatie", "versie") ON DELETE RESTRICT ON UPDATE CASCADE;
