/**
 * 文书: letters and forms: templates, numbering (文号), attachments, signing, export as Word and PDF.
 */
@ApplicationModule(allowedDependencies = {"shared", "mechanism", "organisation", "ledger"})
@NullMarked
package xiezhi.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
