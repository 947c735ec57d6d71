# Klipp in i appens hooks.py: filerna med samma namn ska ligga i appens katalog fixtures.
fixtures = [
    {"dt": "Tax Category", "filters": [["name", "in", [
        "Inrikes",
        "Omvänd bygg",
        "EU B2B",
        "Export",
    ]]]},
    {"dt": "Custom Field", "filters": [["name", "in", [
        "Company-custom_orgnr",
        "Company-custom_f_skatt",
        "Customer-custom_orgnr",
        "Supplier-custom_bankgiro",
        "Sales Invoice-custom_omvand_betalningsskyldighet",
        "Sales Invoice-custom_leveransdatum",
        "Journal Entry-custom_sie_serie",
        "Journal Entry-custom_sie_vernr",
    ]]]},
    {"dt": "Property Setter", "filters": [["name", "in", [
        "Sales Invoice-naming_series-options",
        "Sales Invoice-naming_series-default",
        "Sales Invoice-posting_date-reqd",
        "Sales Invoice-main-allow_rename",
        "Sales Invoice-main-default_print_format",
        "Journal Entry-posting_date-reqd",
        "Journal Entry-main-allow_rename",
    ]]]},
    {"dt": "Workflow State", "filters": [["name", "in", [
        "Utkast",
        "Granskad",
        "Attesterad",
        "Avvisad",
    ]]]},
    {"dt": "Workflow Action Master", "filters": [["name", "in", [
        "Granska",
        "Attestera",
        "Avvisa",
    ]]]},
    {"dt": "Workflow", "filters": [["name", "in", [
        "Attest leverantörsfaktura",
    ]]]},
    {"dt": "Print Format", "filters": [["name", "in", [
        "Svensk faktura",
    ]]]},
]
