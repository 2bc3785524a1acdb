package dpsh.command;

import dpsh.view.Page;

/** Where one result is written, which may be taller than the screen. The caller closes it. */
public interface Sheet extends AutoCloseable {
    /** For the printers. */
    Page page();

    /** All of it is written; returns when whoever reads it page by page has read enough. */
    void finish();

    /** Ends it, whether it is finished or not. */
    @Override
    void close();

    /** One that goes straight to the page. */
    static Sheet on(Page page) {
        return new Sheet() {
            @Override
            public Page page() {
                return page;
            }

            @Override
            public void finish() {}

            @Override
            public void close() {}
        };
    }
}
