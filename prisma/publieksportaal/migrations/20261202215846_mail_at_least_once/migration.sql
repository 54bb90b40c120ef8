-- AlterTable
ALTER TABLE "uitgaande_mail" DROP COLUMN "overgedragen_op",
DROP COLUMN "uitgesteld_sinds";
