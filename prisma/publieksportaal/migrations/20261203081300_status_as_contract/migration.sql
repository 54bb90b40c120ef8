-- AlterTable
ALTER TABLE "status" RENAME COLUMN "tijdstip" TO "datum_status_gezet";

-- AlterTable
ALTER TABLE "status" RENAME COLUMN "toelichting" TO "statustoelichting";
