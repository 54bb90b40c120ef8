-- AlterTable
ALTER TABLE "bestand" ADD COLUMN     "afzender" TEXT,
ADD COLUMN     "laatste_byte_op" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "bestand_onderweg_idx" ON "bestand"("afzender") WHERE (afzender IS NOT NULL);
