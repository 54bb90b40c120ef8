-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "status_soort" ADD VALUE 'opschorting';
ALTER TYPE "status_soort" ADD VALUE 'hervatting';
ALTER TYPE "status_soort" ADD VALUE 'verlenging';
ALTER TYPE "status_soort" ADD VALUE 'correctie';
ALTER TYPE "status_soort" ADD VALUE 'aanvullingsverzoek';
ALTER TYPE "status_soort" ADD VALUE 'aanvulling_ontvangen';
ALTER TYPE "status_soort" ADD VALUE 'aanvulling_verlopen';
