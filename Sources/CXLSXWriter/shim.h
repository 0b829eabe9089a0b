#ifndef CHISO_CXLSXWRITER_SHIM_H
#define CHISO_CXLSXWRITER_SHIM_H

#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

/* A workbook whose rows go to a temporary file in FOLDER as soon as they are complete. */
static inline lxw_workbook *chiso_workbook(const char *path, const char *folder) {
    lxw_workbook_options options = {0};
    options.constant_memory = 1;
    options.use_zip64 = 1;
    options.tmpdir = (char *)folder;
    return workbook_new_opt(path, &options);
}

/* Title, author and a fixed time of creation: the same rows give the same bytes. */
static inline lxw_error chiso_describe(lxw_workbook *workbook, const char *title, const char *author, time_t created) {
    lxw_doc_properties properties;
    memset(&properties, 0, sizeof properties);
    properties.title = (char *)title;
    properties.author = (char *)author;
    properties.created = created;
    return workbook_set_properties(workbook, &properties);
}

/* Lets a new sheet's rows go to the disk in large pieces; nothing may have been written yet. */
static inline void chiso_buffer_sheet(lxw_worksheet *sheet) {
    if (sheet->optimize_tmpfile)
        setvbuf(sheet->optimize_tmpfile, NULL, _IOFBF, 1 << 20);
}

/* Bytes of a sheet's rows so far; -1 when the disk has refused some of them, which libxlsxwriter does not tell. */
static inline long chiso_sheet_size(lxw_worksheet *sheet) {
    if (!sheet->optimize_tmpfile)
        return 0;
    if (fflush(sheet->optimize_tmpfile) != 0 || ferror(sheet->optimize_tmpfile))
        return -1;
    return ftell(sheet->optimize_tmpfile);
}

static inline void chiso_mark_filled(lxw_worksheet *sheet, lxw_row_t last, lxw_col_t column, lxw_format *format) {
    lxw_conditional_format rule;
    memset(&rule, 0, sizeof rule);
    rule.type = LXW_CONDITIONAL_TYPE_NO_BLANKS;
    rule.format = format;
    worksheet_conditional_format_range(sheet, 1, column, last, column, &rule);
}

static inline void chiso_mark_text(lxw_worksheet *sheet, lxw_row_t last, lxw_col_t column, const char *text,
                                   lxw_format *format) {
    lxw_conditional_format rule;
    memset(&rule, 0, sizeof rule);
    rule.type = LXW_CONDITIONAL_TYPE_TEXT;
    rule.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH;
    rule.value_string = (char *)text;
    rule.format = format;
    worksheet_conditional_format_range(sheet, 1, column, last, column, &rule);
}

static inline void chiso_mark_below(lxw_worksheet *sheet, lxw_row_t last, lxw_col_t column, double limit,
                                    lxw_format *format) {
    lxw_conditional_format rule;
    memset(&rule, 0, sizeof rule);
    rule.type = LXW_CONDITIONAL_TYPE_CELL;
    rule.criteria = LXW_CONDITIONAL_CRITERIA_LESS_THAN;
    rule.value = limit;
    rule.format = format;
    worksheet_conditional_format_range(sheet, 1, column, last, column, &rule);
}

/* A column that is folded away: technical names that programs need and readers do not. */
static inline void chiso_fold_column(lxw_worksheet *sheet, lxw_col_t column, double width, lxw_format *format) {
    lxw_row_col_options options = {.hidden = 1, .level = 1, .collapsed = 0};
    worksheet_set_column_opt(sheet, column, column, width, format, &options);
}

#endif
