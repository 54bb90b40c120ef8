-- AlterTable
ALTER TABLE "behandelaar" ADD COLUMN     "verborgen_kolommen" TEXT[] DEFAULT ARRAY[]::TEXT[];
