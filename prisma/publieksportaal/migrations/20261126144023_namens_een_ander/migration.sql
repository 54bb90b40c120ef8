-- CreateEnum
CREATE TYPE "namens" AS ENUM ('persoon', 'bedrijf');

-- AlterTable
ALTER TABLE "handeling" ADD COLUMN     "namens" TEXT;

-- AlterTable
ALTER TABLE "inzending" ADD COLUMN     "gemachtigde_id" UUID;

-- AlterTable
ALTER TABLE "sessie" ADD COLUMN     "bedrijf_id" UUID,
ADD COLUMN     "gemachtigde_id" UUID,
ADD COLUMN     "namens" "namens";

-- CreateTable
CREATE TABLE "vestiging" (
    "burger_id" UUID NOT NULL,
    "bedrijf_id" UUID NOT NULL,
    "versleuteld" BYTEA NOT NULL,
    "sleutel_id" TEXT NOT NULL,

    CONSTRAINT "vestiging_pkey" PRIMARY KEY ("burger_id")
);

-- CreateIndex
CREATE INDEX "vestiging_bedrijf_id_idx" ON "vestiging"("bedrijf_id");

-- CreateIndex
CREATE INDEX "vestiging_sleutel_id_burger_id_idx" ON "vestiging"("sleutel_id", "burger_id");

-- CreateIndex
CREATE INDEX "handeling_namens_id_idx" ON "handeling"("namens", "id") WHERE (namens IS NOT NULL);

-- CreateIndex
CREATE INDEX "sessie_gemachtigde_id_idx" ON "sessie"("gemachtigde_id");

-- AddForeignKey
ALTER TABLE "vestiging" ADD CONSTRAINT "vestiging_burger_id_fkey" FOREIGN KEY ("burger_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vestiging" ADD CONSTRAINT "vestiging_bedrijf_id_fkey" FOREIGN KEY ("bedrijf_id") REFERENCES "burger"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "sessie" ADD CONSTRAINT "sessie_namens" CHECK (("namens" IS NULL) = ("gemachtigde_id" IS NULL));
