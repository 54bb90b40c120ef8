-- AlterTable
ALTER TABLE "status" ADD COLUMN     "gebeurd_op" DATE;
