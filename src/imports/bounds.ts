/**
 * How much of a published file is taken. What is beyond is another file, or one made to use up memory: each bound is several times what the largest publication
 * has, and within them a file is read in seconds and some hundred megabytes.
 */
export const MB = 1_000_000;
/** Bytes of a file as it lies on the disk; the largest publication has 4 MB. Whoever reads files is to refuse larger ones before they are in memory. */
export const LARGEST_FILE = 32 * MB;
/** Bytes of all parts of a workbook; Cloud Based Telephony has 17 MB. */
export const MOST_UNPACKED = 64 * MB;
/** Lines of a CSV file; registered patients by sex and age group have 250,000. */
export const MOST_LINES = 500_000;
/** Bytes of one line of a CSV file; the longest header, of hundreds of columns of staff, has 20,000. */
export const LONGEST_LINE = 100_000;
/** Rows of a sheet times columns: empty cells between those that are written take up memory too. Cloud Based Telephony has 157,000. */
export const MOST_CELLS = 5_000_000;
/** Practices that both map and registered patients may have, and patients of one: as many as a scenario may write out. The map of England has 6,200. */
export const MOST_PRACTICES = 20_000;
export const MOST_PATIENTS = 1_000_000;
