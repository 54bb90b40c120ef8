-- AlterTable
ALTER TABLE "uitgaande_mail" ADD COLUMN     "mislukt_sinds" TIMESTAMPTZ(3),
ADD COLUMN     "uitgesteld_sinds" TIMESTAMPTZ(3);
