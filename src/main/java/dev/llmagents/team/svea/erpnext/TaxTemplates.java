package dev.llmagents.team.svea.erpnext;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.llmagents.json.Json;
import java.math.BigDecimal;

/**
 * VAT templates for ERPNext, which brings one of 25 percent for Sweden. Rates after mervärdesskattelagen (2023:200)
 * 9 kap.; accounts after BAS 2024. ERPNext allows a tax category in one template of each kind, so 12 and 6 percent have none.
 */
final class TaxTemplates {
    private static final String OUTPUT_25 = "2611";
    private static final String OUTPUT_12 = "2621";
    private static final String OUTPUT_6 = "2631";
    private static final String INPUT = "2641";
    private static final String REVERSE_OUTPUT = "2614";
    private static final String REVERSE_INPUT_SWEDEN = "2647";
    private static final String REVERSE_INPUT_ABROAD = "2645";
    private static final String IMPORT_OUTPUT = "2615";
    private static final String DOMESTIC = "Inrikes";
    private static final String BUILDING = "Omvänd bygg";
    private static final String EU = "EU B2B";
    private static final String EXPORT = "Export";

    private final CompanySetup company;
    private final AccountNames accounts;

    TaxTemplates(CompanySetup company, AccountNames accounts) {
        this.company = company;
        this.accounts = accounts;
    }

    /** Item Tax Template: which rate an item bears, whatever template the invoice has. */
    ArrayNode items() {
        return Json.array()
                .add(item(25, OUTPUT_25))
                .add(item(12, OUTPUT_12))
                .add(item(6, OUTPUT_6))
                .add(item(0, ""));
    }

    private ObjectNode item(int percent, String output) {
        ObjectNode template = document("Item Tax Template", "Moms " + percent + " %");
        ArrayNode taxes = template.putArray("taxes");
        for (String account : new String[] {OUTPUT_25, OUTPUT_12, OUTPUT_6}) {
            itemRow(taxes, account, account.equals(output) ? percent : 0);
        }
        itemRow(taxes, INPUT, percent);
        return template;
    }

    private void itemRow(ArrayNode taxes, String account, int percent) {
        taxes.addObject()
                .put("doctype", "Item Tax Template Detail")
                .put("tax_type", accounts.taxAccount(account))
                .put("tax_rate", rate(percent));
    }

    /** Sales Taxes and Charges Template. */
    ArrayNode sales() {
        return Json.array()
                .add(sold("Moms 25 %", DOMESTIC, 25, OUTPUT_25))
                .add(sold("Moms 12 %", "", 12, OUTPUT_12))
                .add(sold("Moms 6 %", "", 6, OUTPUT_6))
                .add(soldWithout("Omvänd byggmoms", BUILDING, "Omvänd betalningsskyldighet"))
                .add(soldWithout("EU B2B", EU, "Moms 0 %, försäljning till företag i annat EU-land"))
                .add(soldWithout("Export", EXPORT, "Moms 0 %, export till land utanför EU"));
    }

    private ObjectNode sold(String title, String category, int percent, String account) {
        ObjectNode template = template("Sales Taxes and Charges Template", title, category);
        salesRow(template.putArray("taxes"), "On Net Total", account, title).put("rate", rate(percent));
        return template;
    }

    /** Of an amount of nothing: a rate of nothing would be filled with the account's own. */
    private ObjectNode soldWithout(String title, String category, String reason) {
        ObjectNode template = template("Sales Taxes and Charges Template", title, category);
        salesRow(template.putArray("taxes"), "Actual", OUTPUT_25, reason)
                .put("rate", rate(0))
                .put("tax_amount", rate(0));
        return template;
    }

    private ObjectNode salesRow(ArrayNode taxes, String chargeType, String account, String text) {
        return taxes.addObject()
                .put("doctype", "Sales Taxes and Charges")
                .put("charge_type", chargeType)
                .put("account_head", accounts.taxAccount(account))
                .put("description", text);
    }

    /** Purchase Taxes and Charges Template. */
    ArrayNode purchases() {
        return Json.array()
                .add(bought("Ingående moms 25 %", DOMESTIC, 25))
                .add(bought("Ingående moms 12 %", "", 12))
                .add(bought("Ingående moms 6 %", "", 6))
                .add(reverse("Omvänd byggmoms", BUILDING, REVERSE_INPUT_SWEDEN, REVERSE_OUTPUT))
                .add(reverse("EU-förvärv", EU, REVERSE_INPUT_ABROAD, REVERSE_OUTPUT))
                .add(reverse("Import", "", REVERSE_INPUT_ABROAD, IMPORT_OUTPUT));
    }

    private ObjectNode bought(String title, String category, int percent) {
        ObjectNode template = template("Purchase Taxes and Charges Template", title, category);
        purchaseRow(template.putArray("taxes"), "Add", INPUT, title, percent);
        return template;
    }

    /** The buyer owes the tax and deducts it: what is added on one account is taken off on the other. */
    private ObjectNode reverse(String title, String category, String input, String output) {
        ObjectNode template = template("Purchase Taxes and Charges Template", title, category);
        ArrayNode taxes = template.putArray("taxes");
        purchaseRow(taxes, "Add", input, "Beräknad ingående moms 25 %", 25);
        purchaseRow(taxes, "Deduct", output, "Beräknad utgående moms 25 %", 25);
        return template;
    }

    private void purchaseRow(ArrayNode taxes, String direction, String account, String text, int percent) {
        taxes.addObject()
                .put("doctype", "Purchase Taxes and Charges")
                .put("category", "Total")
                .put("add_deduct_tax", direction)
                .put("charge_type", "On Net Total")
                .put("account_head", accounts.taxAccount(account))
                .put("description", text)
                .put("rate", rate(percent));
    }

    private ObjectNode template(String doctype, String title, String category) {
        ObjectNode template = document(doctype, title);
        if (category.equals(DOMESTIC)) {
            template.put("is_default", 1);
        }
        if (!category.isEmpty()) {
            template.put("tax_category", category);
        }
        return template;
    }

    private ObjectNode document(String doctype, String title) {
        return Json.object()
                .put("doctype", doctype)
                .put("name", company.owned(title))
                .put("title", title)
                .put("company", company.name());
    }

    private static BigDecimal rate(int percent) {
        return BigDecimal.valueOf(percent * 100L, 2);
    }
}
