-- AlterTable
ALTER TABLE "status" ADD COLUMN     "daarna_op" DATE,
ADD COLUMN     "daarna_reden" TEXT,
ADD COLUMN     "daarna_tot" DATE;

-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "daarna_op" DATE,
ADD COLUMN     "daarna_reden" TEXT,
ADD COLUMN     "daarna_tot" DATE;

-- CreateIndex
CREATE INDEX "zaak_stilstand_vervolgt_idx" ON "zaak"("daarna_tot") WHERE (opschorting IS NULL AND daarna_reden IS NOT NULL);
