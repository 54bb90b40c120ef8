-- CreateEnum
CREATE TYPE "opschorting" AS ENUM ('opschorting', 'aanvulling');

-- AlterTable
ALTER TABLE "status" ADD COLUMN     "einddatum_gepland" DATE,
ADD COLUMN     "reden" TEXT,
ADD COLUMN     "uiterlijke_einddatum" DATE;

-- AlterTable
ALTER TABLE "zaak" ADD COLUMN     "aanvullingen" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "bekendmakingsdatum" DATE,
ADD COLUMN     "besluitdatum" DATE,
ADD COLUMN     "opgeschort_op" DATE,
ADD COLUMN     "opgeschort_tot" DATE,
ADD COLUMN     "opschorting" "opschorting",
ADD COLUMN     "uiterlijke_reactiedatum" DATE;
