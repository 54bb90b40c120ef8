-- CreateTable
CREATE TABLE "doorlooptijd" (
    "zaaktype" TEXT NOT NULL,
    "peildatum" DATE NOT NULL,
    "aantal" INTEGER NOT NULL,
    "helft_binnen_weken" INTEGER,
    "negen_van_tien_binnen_weken" INTEGER,

    CONSTRAINT "doorlooptijd_pkey" PRIMARY KEY ("zaaktype")
);
