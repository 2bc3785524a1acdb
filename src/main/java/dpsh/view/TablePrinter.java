package dpsh.view;

/**
 * Tables for eyes: a heading line, two blanks between columns, no borders. Only a terminal cuts them: a
 * little at first, then it does without the extra columns, then it cuts more, and in the end it gets records. One thing alone is a record.
 */
record TablePrinter(RecordPrinter records) implements Printer {
    /**
     * Prints, with the total on the other stream:
     *
     * <pre>
     * name          kind  state
     * msdiskbackup  disk  ProtectionConfigured
     * </pre>
     */
    @Override
    public Rows begin(Page page) {
        return new TableRows(records, page);
    }

    @Override
    public void print(Detail detail, Page page) {
        records.print(detail, page);
    }
}
