-- AlterTable
ALTER TABLE "afwijkende_klok" DROP COLUMN "gemaild_op";
