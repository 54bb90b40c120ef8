-- AlterTable
ALTER TABLE "sessie" ADD COLUMN     "sid_hash" TEXT,
ADD COLUMN     "subject_hash" TEXT;

-- CreateTable
CREATE TABLE "uitlogtoken" (
    "hash" TEXT NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "uitlogtoken_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "uitlogtoken_verloopt_op_idx" ON "uitlogtoken"("verloopt_op");

-- CreateIndex
CREATE INDEX "sessie_subject_hash_idx" ON "sessie"("subject_hash");

-- CreateIndex
CREATE INDEX "sessie_sid_hash_idx" ON "sessie"("sid_hash");
