-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "ontwerp" JSONB;
