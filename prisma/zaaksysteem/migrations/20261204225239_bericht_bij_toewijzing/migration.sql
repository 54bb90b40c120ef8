-- AlterTable
ALTER TABLE "toewijzing" ADD COLUMN     "bericht" TEXT;
