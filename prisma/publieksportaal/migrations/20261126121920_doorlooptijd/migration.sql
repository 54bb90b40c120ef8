-- AlterTable
ALTER TABLE "bron" ADD COLUMN     "doorlooptijden_op" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "doorlooptijd" (
    "zaaktype" TEXT NOT NULL,
    "aantal" INTEGER NOT NULL,
    "helft_binnen_weken" INTEGER NOT NULL,
    "negen_van_tien_binnen_weken" INTEGER NOT NULL,

    CONSTRAINT "doorlooptijd_pkey" PRIMARY KEY ("zaaktype")
);
