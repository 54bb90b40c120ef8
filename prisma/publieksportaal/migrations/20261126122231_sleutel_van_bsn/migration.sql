-- AlterTable
ALTER TABLE "burger" ADD COLUMN     "sleutel_id" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "bsn_sleutel" (
    "id" TEXT NOT NULL,

    CONSTRAINT "bsn_sleutel_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "burger_sleutel_id_idx" ON "burger"("sleutel_id");

-- Burgers of before are hashed with a key whose id is not known yet
INSERT INTO "bsn_sleutel" ("id") VALUES ('');
