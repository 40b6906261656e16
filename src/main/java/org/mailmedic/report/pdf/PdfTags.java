package org.mailmedic.report.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/// The structure of a tagged PDF (ISO 32000-1 §14.7, §14.8): what is a heading, a list, a table, so that it can be read aloud.
/// Not thread-safe.
final class PdfTags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final Deque<PDStructureElement> open = new ArrayDeque<>();
    private final Map<Integer, COSArray> contentOf = new HashMap<>();

    PdfTags(PDDocument document) {
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        var whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
        open.push(whole);
    }

    /// Everything until [#close()] belongs to one element of a standard type, such as `H1` or `TD`.
    void open(String type) {
        var element = new PDStructureElement(type, open.peek());
        open.peek().appendKid(element);
        open.push(element);
    }

    void close() {
        open.pop();
    }

    /// The type of the element that is open.
    COSName type() {
        return COSName.getPDFName(open.peek().getStructureType());
    }

    /// Says which cells a heading that is open is for, for readers that say which cell is under which.
    ///
    /// @param scope one of [PDTableAttributeObject#SCOPE_COLUMN], [PDTableAttributeObject#SCOPE_ROW]
    void heads(String scope) {
        var attributes = new PDTableAttributeObject();
        attributes.setScope(scope);
        open.peek().addAttribute(attributes);
    }

    /// Announces a page before anything is put on it.
    void page(PDPage page, int number) {
        page.setStructParents(number);
        page.getCOSObject().setName("Tabs", "S");
        contentOf.put(number, new COSArray());
    }

    /// The number under which the next piece of content on a page belongs to the element that is open.
    int next(PDPage page) {
        var pieces = Objects.requireNonNull(contentOf.get(page.getStructParents()));
        int number = pieces.size();
        var reference = new PDMarkedContentReference();
        reference.setMCID(number);
        reference.setPage(page);
        open.peek().appendKid(reference);
        pieces.add(open.peek().getCOSObject());
        return number;
    }

    /// Writes the way back from content to structure.
    void finish() {
        var tree = new PDNumberTreeNode(PDParentTreeValue.class);
        Map<Integer, PDParentTreeValue> numbers = new HashMap<>();
        contentOf.forEach((page, pieces) -> numbers.put(page, new PDParentTreeValue(pieces)));
        tree.setNumbers(numbers);
        root.setParentTree(tree);
        root.setParentTreeNextKey(contentOf.size());
    }
}
