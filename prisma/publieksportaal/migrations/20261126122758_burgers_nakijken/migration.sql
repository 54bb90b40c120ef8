-- AlterTable
ALTER TABLE "burger" ADD COLUMN     "nakijken_op" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "burger_nakijken_op_idx" ON "burger"("nakijken_op");
